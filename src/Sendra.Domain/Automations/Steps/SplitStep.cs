using System.Text.Json;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Sends runs along its paths by weight; the same run always gets the same path.</summary>
public sealed record SplitStep : Step
{
    public const string TypeName = "split";

    /// <summary>The greatest weight of a path.</summary>
    public const int MaxWeight = 1_000_000;

    private SplitStep(StepHead head, IReadOnlyList<SplitPath> paths)
        : base(head.Id, head.Name)
    {
        Paths = paths;
        Exits = [.. paths.Select((path, i) => new StepExit($"paths[{i}].next", path.Next, path.Name))];
    }

    /// <summary>At least one of them has a weight that is not 0.</summary>
    public IReadOnlyList<SplitPath> Paths { get; }

    public override string Type => TypeName;

    public override IReadOnlyList<StepExit> Exits { get; }

    public override bool ReadsTrigger => false;

    internal static SplitStep Read(StepHead head, DefinitionReader reader)
    {
        var paths = reader.Objects("paths", MaxPaths).Select(ReadPath).ToArray();
        PathNames.RefuseRepeated(reader, [.. paths.Select(path => path.Name)]);
        if (paths.Length > 0 && paths.All(path => path.Weight == 0))
        {
            reader.Refuse("paths", "must have a path whose weight is not 0");
        }

        return new SplitStep(head, paths);
    }

    private static SplitPath ReadPath(DefinitionReader reader)
    {
        var weight = 0m;
        if (reader.Required("weight") is { } json
            && (json.ValueKind != JsonValueKind.Number || !json.TryGetDecimal(out weight) || weight is < 0 or > MaxWeight))
        {
            reader.Refuse("weight", $"must be a number from 0 to {MaxWeight}");
        }

        var path = new SplitPath(PathNames.Read(reader), weight, reader.Step("next"));
        reader.Close();
        return path;
    }
}
