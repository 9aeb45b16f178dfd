namespace Sendra.WebApi.Contracts.Access;

/// <summary>A session.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Current">True for the session of this call.</param>
/// <param name="Workspace">The name of the workspace it is in; null for none.</param>
/// <param name="CreatedAt">When the user signed in.</param>
/// <param name="LastUsedAt">When it was last used, to within a few minutes.</param>
/// <param name="EndsAt">When it ends, however much it is used. Unused, it ends 14 days after its last use.</param>
/// <param name="Address">The IP address that it was last used from; null if unknown.</param>
/// <param name="UserAgent">The browser that it was last used from, as it names itself; null if unknown.</param>
public sealed record SessionItem(
    SessionId Id, bool Current, string? Workspace, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset EndsAt, string? Address, string? UserAgent);
