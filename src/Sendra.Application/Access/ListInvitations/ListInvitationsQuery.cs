using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListInvitations;

/// <summary>Lists the open invitations, newest first.</summary>
public sealed record ListInvitationsQuery(Paging Paging) : IRequest<Page<InvitationResult>>;
