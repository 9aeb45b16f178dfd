using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>Encrypts what a source must keep but nobody may read in the database (S1, S7).</summary>
public interface ISourceSecrets
{
    /// <summary>Encrypts a token's text.</summary>
    /// <param name="token">The token.</param>
    string Protect(WebhookToken token);

    /// <summary>A token's text, for the workspace's members.</summary>
    /// <param name="token">The stored token.</param>
    string Reveal(EventSourceToken token);

    /// <summary>Encrypts a signing secret.</summary>
    /// <param name="secret">As the sender shows it.</param>
    string Protect(string secret);

    /// <summary>The signing secrets.</summary>
    /// <param name="signature">The stored check.</param>
    IReadOnlyList<string> Reveal(SourceSignature signature);
}
