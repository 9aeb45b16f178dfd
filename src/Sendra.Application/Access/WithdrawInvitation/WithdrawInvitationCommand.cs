using MediatR;

namespace Sendra.Application.Access.WithdrawInvitation;

/// <summary>Takes an invitation back; its link does nothing any more.</summary>
/// <param name="Id">The invitation.</param>
public sealed record WithdrawInvitationCommand(InvitationId Id) : IRequest;
