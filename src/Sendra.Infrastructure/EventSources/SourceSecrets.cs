using Microsoft.AspNetCore.DataProtection;
using Sendra.Application.EventSources;
using Sendra.Domain.EventSources;

namespace Sendra.Infrastructure.EventSources;

/// <summary>Encrypts by ASP.NET's data protection; one purpose each, so that neither can be passed off as the other.</summary>
internal sealed class SourceSecrets(IDataProtectionProvider provider) : ISourceSecrets
{
    private readonly IDataProtector _tokens = provider.CreateProtector("Sendra.EventSources.Token");
    private readonly IDataProtector _secrets = provider.CreateProtector("Sendra.EventSources.SigningSecret");

    public string Protect(WebhookToken token) => _tokens.Protect(token.Reveal());

    public string Reveal(EventSourceToken token) => _tokens.Unprotect(token.ProtectedText);

    public string Protect(string secret) => _secrets.Protect(secret);

    public IReadOnlyList<string> Reveal(SourceSignature signature) => [.. signature.ProtectedSecrets.Select(_secrets.Unprotect)];
}
