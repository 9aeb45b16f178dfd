using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>Encrypts what a source must store but nobody must read in the database (S1, S7).</summary>
public interface ISourceSecrets
{
    /// <summary>Shown for a token that can no longer be decrypted. No token has this length.</summary>
    const string Lost = "lost";

    /// <summary>Encrypts a token's text.</summary>
    string Protect(WebhookToken token);

    /// <summary>A token's text, for the workspace's members; <see cref="Lost"/> if its data-protection key is lost.</summary>
    /// <param name="token">The stored token.</param>
    string Reveal(EventSourceToken token);

    /// <summary>Encrypts a signing secret.</summary>
    /// <param name="secret">As the sender shows it.</param>
    string Protect(string secret);

    /// <summary>What was encrypted by <see cref="Protect(string)"/>; null if its data-protection key is lost.</summary>
    string? Open(string protectedText);

    /// <summary>The signing secrets that can still be decrypted.</summary>
    /// <param name="signature">The stored check.</param>
    IReadOnlyList<string> Reveal(SourceSignature signature);
}
