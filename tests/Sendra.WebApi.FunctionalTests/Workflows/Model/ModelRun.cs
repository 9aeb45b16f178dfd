namespace Sendra.Tests.Model;

/// <summary>A run of the model.</summary>
internal sealed class ModelRun(int number, IReadOnlyList<ModelStep> steps, int? at, int since)
{
    public int Number { get; } = number;

    public IReadOnlyList<ModelStep> Steps { get; set; } = steps;

    public int? At { get; set; } = steps.Count > 0 ? at : null;

    public int Since { get; set; } = since;

    public string? End { get; set; }

    public List<string> Journey { get; } = [];
}
