using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sendra.Application.Common;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Auditing;

/// <summary>Writes the lines of the audit log: of everything that a context saves by itself, and of what others save by statements of their own.</summary>
internal sealed class AuditTrail(IActorContext actors, IdGenerator ids)
{
    // So many things of a kind that one call makes are told one by one.
    private const int MaxSingle = 20;

    /// <summary>For the tools of developers, which save nothing.</summary>
    public static readonly AuditTrail Unused = new(new SystemActor(), new IdGenerator(TimeProvider.System));

    /// <summary>What somebody does now. The caller saves it together with what it tells of.</summary>
    public AuditLine Line(WorkspaceId workspaceId, AuditAction action, AuditTarget target, AuditDetails? details = null) =>
        Line(workspaceId, new AuditNote(action, target) { Details = details });

    /// <summary>What is about to be saved.</summary>
    public IReadOnlyList<AuditLine> Of(ChangeTracker tracker, WorkspaceId? current)
    {
        var notes = AuditNotes.Of(tracker, actors.Current);
        return
        [
            .. notes.GroupBy(note => (WorkspaceId: note.WorkspaceId ?? current, note.Action, note.Target.Type))
                .Where(kind => kind.Key.WorkspaceId is not null)
                .SelectMany(kind => Together([.. kind]).Select(note => Line(kind.Key.WorkspaceId!.Value, note))),
        ];
    }

    private static IEnumerable<AuditNote> Together(IReadOnlyList<AuditNote> notes) => notes.Count <= MaxSingle
        ? notes
        : [new AuditNote(notes[0].Action, new AuditTarget(notes[0].Target.Type)) { Details = new AuditDetails { Count = notes.Count } }];

    private AuditLine Line(WorkspaceId workspaceId, AuditNote note) =>
        AuditLine.Of(workspaceId, ids.Next<AuditLineId>(), note.By ?? actors.Current, note.Action, note.Target, note.Details);
}
