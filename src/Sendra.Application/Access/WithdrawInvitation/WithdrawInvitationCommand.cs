using MediatR;

namespace Sendra.Application.Access.WithdrawInvitation;

/// <summary>Withdraws an invitation. Its link stops working.</summary>
public sealed record WithdrawInvitationCommand(InvitationId Id) : IRequest;
