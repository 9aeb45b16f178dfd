namespace Sendra.Application.Access;

/// <summary>The operator's setting <c>OpenIdConnect</c>.</summary>
/// <param name="All">The providers, by their names.</param>
public sealed record SignInProviders(IReadOnlyList<SignInProvider> All);
