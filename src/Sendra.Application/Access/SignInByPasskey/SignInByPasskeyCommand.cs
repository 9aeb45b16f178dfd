using MediatR;

namespace Sendra.Application.Access.SignInByPasskey;

/// <summary>Signs a person in by a passkey, which shows both factors (W12).</summary>
/// <param name="Answer">What the device answered.</param>
public sealed record SignInByPasskeyCommand(PasskeyAnswer Answer) : IRequest<SignedIn>;
