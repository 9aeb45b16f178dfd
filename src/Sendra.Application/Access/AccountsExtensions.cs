namespace Sendra.Application.Access;

/// <summary>Where a person goes.</summary>
internal static class AccountsExtensions
{
    /// <summary>To the workspace that they used last, or else the one that they joined first, or none (W7).</summary>
    /// <param name="user">Who they are.</param>
    public static async Task<SignedIn> SignInAsync(this IAccounts accounts, Account user, CancellationToken cancellationToken)
    {
        var workspaces = await accounts.MembershipsOfAsync(user.Id, cancellationToken);
        var last = workspaces.FirstOrDefault(membership => membership.Id == user.LastWorkspaceId);
        return new SignedIn(user, last ?? (workspaces.Count > 0 ? workspaces[0] : null));
    }
}
