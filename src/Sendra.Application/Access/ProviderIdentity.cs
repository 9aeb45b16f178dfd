namespace Sendra.Application.Access;

/// <summary>Who somebody is to a provider. Issuer and subject name the person there for good; an email may go to somebody else.</summary>
/// <param name="Provider">The provider's key.</param>
/// <param name="Issuer">The provider, as it calls itself.</param>
/// <param name="Subject">The person, as the provider calls them.</param>
/// <param name="Email">The person's email, if the provider tells it.</param>
/// <param name="EmailVerified">True if the provider says that the email is the person's.</param>
public sealed record ProviderIdentity(string Provider, string Issuer, string Subject, string? Email, bool EmailVerified);
