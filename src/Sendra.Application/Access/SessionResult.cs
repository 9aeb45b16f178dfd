namespace Sendra.Application.Access;

/// <summary>A session of a person.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Workspace">The workspace it is in; null for none.</param>
/// <param name="CreatedAt">When the person signed in.</param>
/// <param name="LastUsedAt">When it was last used, to within a few minutes.</param>
/// <param name="EndsAt">When it ends, however much it is used. Unused, it ends 14 days after its last use.</param>
/// <param name="Address">The IP address that it was last used from; null for sessions from before this was recorded.</param>
/// <param name="UserAgent">The browser that it was last used from, as it names itself; null if it doesn't.</param>
public sealed record SessionResult(
    SessionId Id, string? Workspace, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset EndsAt, string? Address, string? UserAgent);
