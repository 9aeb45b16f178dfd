using MediatR;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.InviteMember;

/// <summary>Creates a link that lets one person in (W1).</summary>
/// <param name="Role">What the new member can do.</param>
/// <param name="Email">The email it is for, or null for anyone with the link.</param>
/// <param name="By">The user who creates it.</param>
public sealed record InviteMemberCommand(MemberRole? Role, string? Email, UserId By) : IRequest<NewInvitation>;
