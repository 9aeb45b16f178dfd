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

    /// <summary>In with a first factor alone, or else on to the second one (W10).</summary>
    /// <param name="user">Who has shown the first factor.</param>
    public static async Task<SignInOutcome> PassFirstFactorAsync(this IAccounts accounts, IHalfSignIns halves, Account user, CancellationToken cancellationToken) =>
        user.SecondFactor
            ? new SignInOutcome.Halfway(await halves.BeginAsync(user, cancellationToken))
            : new SignInOutcome.Complete(await accounts.SignInAsync(user, cancellationToken));

    /// <summary>A new session in the workspace in which the person is.</summary>
    /// <param name="user">Who they are.</param>
    /// <param name="workspaceId">The workspace; null for none.</param>
    public static async Task<SignedIn> StayAsync(this IAccounts accounts, Account user, WorkspaceId? workspaceId, CancellationToken cancellationToken)
    {
        var memberships = await accounts.MembershipsOfAsync(user.Id, cancellationToken);
        return new SignedIn(user, memberships.FirstOrDefault(membership => membership.Id == workspaceId));
    }
}
