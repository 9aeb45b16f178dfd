using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Does one kind of effect.</summary>
internal interface IPerformer
{
    EffectKind Kind { get; }

    /// <summary>Makes what is handed over, of one workspace's effects: all, or as many as a short moment allows, but one at least.</summary>
    Task<IReadOnlyList<PreparedEffect>> PrepareAsync(WorkspaceId workspaceId, IReadOnlyList<DueEffect> due, CancellationToken cancellationToken);
}
