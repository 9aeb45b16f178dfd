using Sendra.Domain.Conditions;

namespace Sendra.Domain.Automations.Steps;

/// <summary>One node of a workflow. Each type is a sealed record beside this one and a line in <see cref="StepTypes"/>.</summary>
/// <param name="Id">Unique in its workflow.</param>
/// <param name="Name">Its name, or null.</param>
public abstract record Step(StepId Id, string? Name)
{
    /// <summary>The maximum length of a step's or a path's name, in characters.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The most paths that a step can have.</summary>
    public const int MaxPaths = 20;

    /// <summary>The type, as it is written in JSON.</summary>
    public abstract string Type { get; }

    /// <summary>Every way out, in the order in which people see them.</summary>
    public abstract IReadOnlyList<StepExit> Exits { get; }

    /// <summary>True if it may read the event that made the run, so that this must be at hand.</summary>
    public abstract bool ReadsTrigger { get; }

    /// <summary>True when it does something through the outbox, for which its runs wait.</summary>
    public virtual bool ReachesOut => false;

    /// <summary>What its mail needs of the workspace's settings.</summary>
    public virtual MailNeeds MailNeeds => MailNeeds.None;

    /// <summary>Every condition that it evaluates, with where it stands in the step: <c>paths[0].when</c>.</summary>
    public virtual IEnumerable<(string Path, Condition Condition)> Conditions => [];
}
