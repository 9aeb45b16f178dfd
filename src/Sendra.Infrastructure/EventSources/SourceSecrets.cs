using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Sendra.Application.EventSources;
using Sendra.Domain.EventSources;

namespace Sendra.Infrastructure.EventSources;

/// <summary>Encrypts by ASP.NET's data protection; one purpose each, so that neither can be passed off as the other.</summary>
internal sealed partial class SourceSecrets(IDataProtectionProvider provider, ILogger<SourceSecrets> logger) : ISourceSecrets
{
    private readonly IDataProtector _tokens = provider.CreateProtector("Sendra.EventSources.Token");
    private readonly IDataProtector _secrets = provider.CreateProtector("Sendra.EventSources.SigningSecret");
    private int _lossIsTold;

    public string Protect(WebhookToken token) => _tokens.Protect(token.Reveal());

    public string Reveal(EventSourceToken token) => Open(_tokens, token.ProtectedText) ?? ISourceSecrets.Lost;

    public string Protect(string secret) => _secrets.Protect(secret);

    public string? Open(string protectedText) => Open(_secrets, protectedText);

    public IReadOnlyList<string> Reveal(SourceSignature signature) =>
        [.. signature.ProtectedSecrets.Select(secret => Open(_secrets, secret)).OfType<string>()];

    // Told once: all that was encrypted by a lost key is lost, and each would only say so again.
    private string? Open(IDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException exception)
        {
            if (Interlocked.Exchange(ref _lossIsTold, 1) == 0)
            {
                LogLost(logger, exception.Message);
            }

            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Webhook tokens or source secrets can't be opened, since their data-protection key is lost ({Problem}). URLs still work; restore the table data_protection_keys, or rotate the URLs and set the secrets anew")]
    private static partial void LogLost(ILogger logger, string problem);
}
