using Sendra.Application.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces;

/// <summary>Finds a workspace that a person wants to change as a whole.</summary>
internal static class OwnedWorkspaces
{
    /// <summary>The person's place in it, as an owner.</summary>
    /// <exception cref="NotFoundException">They are in no such workspace (W4).</exception>
    /// <exception cref="OwnerRequiredException">They are no owner of it.</exception>
    public static async Task<Membership> GetOwnedAsync(this IAccounts accounts, UserId userId, WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        var memberships = await accounts.MembershipsOfAsync(userId, cancellationToken);
        var found = memberships.FirstOrDefault(membership => membership.Id == workspaceId) ?? throw new NotFoundException("workspace");
        return found.Role == MemberRole.Owner ? found : throw new OwnerRequiredException();
    }
}
