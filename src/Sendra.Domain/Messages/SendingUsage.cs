namespace Sendra.Domain.Messages;

/// <summary>What a workspace has handed over lately (M6).</summary>
/// <param name="SecondBegan">When the last counted second began.</param>
/// <param name="Tries">How many tries it had.</param>
/// <param name="Day">The last counted day of the workspace, by its number since 1970.</param>
/// <param name="Messages">How many messages it had.</param>
public sealed record SendingUsage(DateTimeOffset SecondBegan, int Tries, int Day, int Messages)
{
    public static SendingUsage None { get; } = new(DateTimeOffset.UnixEpoch, 0, 0, 0);
}
