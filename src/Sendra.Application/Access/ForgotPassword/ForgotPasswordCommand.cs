using MediatR;

namespace Sendra.Application.Access.ForgotPassword;

/// <summary>Sends a link to set a new password to an address, if it has an account (W7). Nobody learns whether it has.</summary>
/// <param name="Email">The email to sign in with.</param>
public sealed record ForgotPasswordCommand(string? Email) : IRequest;
