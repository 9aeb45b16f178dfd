namespace Sendra.Application.Access;

/// <summary>An OpenID Connect provider that people can sign in with, set up by whoever runs the server.</summary>
/// <param name="Key">Names it in URLs.</param>
/// <param name="Name">What people know it as.</param>
public sealed record SignInProvider(string Key, string Name);
