namespace Sendra.Tests.Model;

/// <summary>A run of the model.</summary>
/// <param name="number">Which one, from 0.</param>
/// <param name="steps">The steps that it goes through.</param>
/// <param name="begun">When it began.</param>
/// <param name="trigger">What the event that made it said.</param>
/// <param name="key">The key that it holds for ever; null when it was not made by one.</param>
internal sealed class ModelRun(int number, IReadOnlyList<ModelStep> steps, int begun, string trigger, string? key)
{
    public int Number { get; } = number;

    public IReadOnlyList<ModelStep> Steps { get; set; } = steps;

    public int Begun { get; } = begun;

    public string Trigger { get; } = trigger;

    public string? Key { get; } = key;

    /// <summary>At which of the steps it is; null once it has ended.</summary>
    public int? At { get; set; } = 0;

    /// <summary>Since when it is there.</summary>
    public int Since { get; set; } = begun;

    /// <summary>True once the event has come for which it waits where it is.</summary>
    public bool HasReceived { get; set; }

    public string? End { get; set; }

    public List<string> Journey { get; } = [];
}
