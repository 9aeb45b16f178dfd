namespace Sendra.Infrastructure.Workflows;

/// <summary>A row that is due at a time, whatever it is.</summary>
internal sealed class DueRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required DateTimeOffset? DueAt { get; init; }
}
