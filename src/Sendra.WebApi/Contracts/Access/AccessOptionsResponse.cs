using Sendra.Application.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>What this server offers to people who aren't signed in.</summary>
/// <param name="SignUp">Who can sign up: <c>open</c> is everyone, <c>invited</c> is people with an invitation, <c>off</c> is nobody.</param>
/// <param name="CanSignUp">True if you can sign up without an invitation. The first person always can.</param>
/// <param name="SendsEmail">True if this server sends email, for example a link to set a new password. If false, ask whoever runs it.</param>
/// <param name="Providers">The OpenID Connect providers that you can sign in with.</param>
public sealed record AccessOptionsResponse(SignUp SignUp, bool CanSignUp, bool SendsEmail, IReadOnlyList<SignInProvider> Providers);
