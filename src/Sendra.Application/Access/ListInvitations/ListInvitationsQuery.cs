using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListInvitations;

/// <summary>Reads a part of the open invitations, newest first.</summary>
/// <param name="Paging">Which part.</param>
public sealed record ListInvitationsQuery(Paging Paging) : IRequest<Page<InvitationResult>>;
