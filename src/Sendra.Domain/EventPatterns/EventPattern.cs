using Sendra.Domain.Common;

namespace Sendra.Domain.EventPatterns;

/// <summary>A declared event name. Sendra accepts events with or without one (P1, P4).</summary>
public sealed class EventPattern : IWorkspaceOwned
{
    /// <summary>The maximum length of a description, in characters.</summary>
    public const int MaxDescriptionLength = 500;

    /// <summary>How many a workspace can declare.</summary>
    public const int MaxPerWorkspace = 40_000;

    /// <summary>How many of a workspace may enforce their schema.</summary>
    public const int MaxEnforced = 500;

    private EventPattern(EventPatternId id, WorkspaceId workspaceId, string name, string? description, EventSchema schema, Enforcement enforcement)
    {
        Id = id;
        WorkspaceId = workspaceId;
        Name = name;
        Description = description;
        Schema = schema;
        Enforcement = enforcement;
    }

    public EventPatternId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>The declared name, unique in the workspace. Case-sensitive.</summary>
    public string Name { get; }

    /// <summary>What the event means, for colleagues.</summary>
    public string? Description { get; private set; }

    /// <summary>What its events' properties should be.</summary>
    public EventSchema Schema { get; private set; }

    /// <summary>What happens to events whose properties are not so.</summary>
    public Enforcement Enforcement { get; private set; }

    public DateTimeOffset DeclaredAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Declares a name.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="description">What the event means.</param>
    public static EventPattern Declare(EventPatternId id, WorkspaceId workspaceId, PatternName name, string? description) =>
        new(id, workspaceId, name.Value, Clean(description), EventSchema.Empty, Enforcement.None);

    /// <summary>Changes its description. The name stays, because events carry it.</summary>
    /// <param name="description">The new text, or null for none.</param>
    public void Describe(string? description) => Description = Clean(description);

    /// <summary>Changes what its events must have from now on; none that came before is touched.</summary>
    public void Ask(EventSchema schema, Enforcement enforcement)
    {
        // The same schema is not stored anew.
        Schema = schema.Json == Schema.Json ? Schema : schema;
        Enforcement = enforcement;
    }

    private static string? Clean(string? description) =>
        string.IsNullOrWhiteSpace(description) ? null : description.Trim();
}
