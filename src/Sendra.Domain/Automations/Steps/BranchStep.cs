using Sendra.Domain.Conditions;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Sends a run along the first path whose condition holds.</summary>
public sealed record BranchStep : Step
{
    public const string TypeName = "branch";

    /// <summary>What visits call the way of those whom no path takes.</summary>
    public const string OtherwiseName = "otherwise";

    private BranchStep(StepHead head, IReadOnlyList<BranchPath> paths, StepId? otherwise)
        : base(head.Id, head.Name)
    {
        Paths = paths;
        Otherwise = otherwise;
        Exits =
        [
            .. paths.Select((path, i) => new StepExit($"paths[{i}].next", path.Next, path.Name)),
            new StepExit("otherwise", otherwise, OtherwiseName),
        ];
    }

    public IReadOnlyList<BranchPath> Paths { get; }

    /// <summary>Where those go whom no path takes; null when their run completes.</summary>
    public StepId? Otherwise { get; }

    public override string Type => TypeName;

    public override IReadOnlyList<StepExit> Exits { get; }

    public override bool ReadsTrigger => Paths.Any(path => path.When.Reads(FieldRoot.Trigger));

    public override IEnumerable<(string Path, Condition Condition)> Conditions => Paths.Select((path, i) => ($"paths[{i}].when", path.When));

    internal static BranchStep? Read(StepHead head, DefinitionReader reader)
    {
        var items = reader.Objects("paths", MaxPaths);
        var names = items.Select(PathNames.Read).ToArray();
        PathNames.RefuseRepeated(reader, names, OtherwiseName);
        var paths = items.Select((item, i) => ReadPath(names[i], item)).OfType<BranchPath>().ToArray();
        var otherwise = reader.Step("otherwise");
        return paths.Length == items.Count ? new BranchStep(head, paths, otherwise) : null;
    }

    private static BranchPath? ReadPath(string name, DefinitionReader reader)
    {
        var condition = reader.Required("when") is { } json && Condition.TryParse(json, reader.At("when"), reader.Problems, out var parsed)
            ? parsed
            : null;
        var next = reader.Step("next");
        reader.Close();
        return condition is null ? null : new BranchPath(name, condition, next);
    }
}
