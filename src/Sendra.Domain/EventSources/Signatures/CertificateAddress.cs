namespace Sendra.Domain.EventSources.Signatures;

/// <summary>Where a sender says that its certificate is. Only addresses of the sender itself are ever made.</summary>
/// <param name="Url">The address, https.</param>
/// <param name="Names">The certificate must be issued to one of these.</param>
public sealed record CertificateAddress(Uri Url, IReadOnlyList<string> Names);
