using MediatR;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.InviteMember;

/// <summary>Makes a link that lets one person in (W1).</summary>
/// <param name="Role">What the new member may do.</param>
/// <param name="Email">The account that it is for, or null for whoever has the link.</param>
/// <param name="By">The user who makes it.</param>
public sealed record InviteMemberCommand(MemberRole? Role, string? Email, UserId By) : IRequest<NewInvitation>;
