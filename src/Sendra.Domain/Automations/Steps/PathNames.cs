namespace Sendra.Domain.Automations.Steps;

/// <summary>Reads the names of a step's paths: visits and counts tell paths apart by them.</summary>
internal static class PathNames
{
    /// <summary>Reads the name of a path, which must have one.</summary>
    public static string Read(DefinitionReader path)
    {
        var name = path.Name("name", Step.MaxNameLength);
        if (name is null && path.Optional("name") is null)
        {
            path.Refuse("name", "is required");
        }

        return name ?? "";
    }

    /// <summary>Refuses a name that a path before has, or that means something else in this step.</summary>
    public static void RefuseRepeated(DefinitionReader step, IReadOnlyList<string> names, params IEnumerable<string> taken)
    {
        var seen = new HashSet<string>(taken, StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Length > 0 && !seen.Add(names[i]))
            {
                step.Refuse($"paths[{i}].name", "must differ from the names of the step's other paths");
            }
        }
    }
}
