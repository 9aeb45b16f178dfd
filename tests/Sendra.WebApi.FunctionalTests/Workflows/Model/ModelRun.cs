namespace Sendra.Tests.Model;

/// <summary>A run of the model.</summary>
internal sealed class ModelRun(int number, IReadOnlyList<ModelStep> steps, int? at, int since, string trigger)
{
    public int Number { get; } = number;

    public IReadOnlyList<ModelStep> Steps { get; set; } = steps;

    public int? At { get; set; } = steps.Count > 0 ? at : null;

    public int Since { get; set; } = since;

    /// <summary>What stood in the event that made it.</summary>
    public string Trigger { get; } = trigger;

    /// <summary>True once the event has come for which it waits where it is.</summary>
    public bool HasReceived { get; set; }

    public string? End { get; set; }

    public List<string> Journey { get; } = [];
}
