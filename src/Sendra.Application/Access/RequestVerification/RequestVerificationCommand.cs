using MediatR;

namespace Sendra.Application.Access.RequestVerification;

/// <summary>Sends a link that proves the address of who is signed in (W7).</summary>
/// <param name="UserId">Who is signed in.</param>
public sealed record RequestVerificationCommand(UserId UserId) : IRequest;
