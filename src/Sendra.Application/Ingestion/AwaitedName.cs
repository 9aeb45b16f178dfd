namespace Sendra.Application.Ingestion;

/// <summary>What an event of a name that runs wait for may ask of the loader.</summary>
/// <param name="ReadsTrigger">True when the runs that it wakes, or the conditions of their waits, may read the events that made them.</param>
/// <param name="ChangesContacts">True when the runs that it wakes may change their contact.</param>
public sealed record AwaitedName(bool ReadsTrigger, bool ChangesContacts)
{
    /// <summary>What the runs of an automation ask for that wait for the name. Of older versions only their names are known.</summary>
    internal static AwaitedName In(KnownAutomation known, string name)
    {
        var isOlder = known.OlderAwaits?.Contains(name) == true;
        return new AwaitedName(isOlder || known.Workflow.ReadsTrigger, isOlder || WorkspaceRules.MayChangeContact(known.Workflow));
    }

    internal AwaitedName And(AwaitedName other) => new(ReadsTrigger || other.ReadsTrigger, ChangesContacts || other.ChangesContacts);
}
