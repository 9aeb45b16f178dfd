namespace Sendra.Application.Access.GetAccessOptions;

/// <summary>What this server offers to people who aren't signed in.</summary>
/// <param name="SignUp">Who can sign up.</param>
/// <param name="CanSignUp">True if anybody can now: the first person always can.</param>
/// <param name="SendsEmail">True if it sends email to people who sign in.</param>
/// <param name="Providers">The providers that people can sign in with.</param>
public sealed record AccessOptions(SignUp SignUp, bool CanSignUp, bool SendsEmail, IReadOnlyList<SignInProvider> Providers);
