using System.Collections.Frozen;
using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Automations.Steps;

/// <summary>The types of step that there are.</summary>
internal static class StepTypes
{
    private static readonly FrozenDictionary<string, Func<StepHead, DefinitionReader, Step?>> Readers =
        new Dictionary<string, Func<StepHead, DefinitionReader, Step?>>
        {
            [WaitStep.TypeName] = WaitStep.Read,
            [WaitForEventStep.TypeName] = WaitForEventStep.Read,
            [BranchStep.TypeName] = BranchStep.Read,
            [SplitStep.TypeName] = SplitStep.Read,
            [UpdateContactStep.TypeName] = UpdateContactStep.Read,
            [SendEmailStep.TypeName] = SendEmailStep.Read,
            [SendEventStep.TypeName] = SendEventStep.Read,
            [CallUrlStep.TypeName] = CallUrlStep.Read,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>Reads a step.</summary>
    /// <param name="json">The step.</param>
    /// <param name="path">Where it stands: <c>steps[2]</c>.</param>
    /// <param name="problems">Gathers what is wrong with it; each message names the step's id, as far as it has one.</param>
    /// <param name="id">The id, also that of a step that can't be read otherwise; null when the id itself is wrong.</param>
    public static Step? Read(JsonElement json, string path, ICollection<DefinitionProblem> problems, out StepId? id)
    {
        id = null;
        var mine = new List<DefinitionProblem>();
        var step = DefinitionReader.Open(json, path, mine) is { } reader ? Read(reader, out id) : null;
        foreach (var problem in mine)
        {
            problems.Add(id is { } known ? problem with { Message = $"Step {known}: {problem.Message}" } : problem);
        }

        return mine.Count == 0 ? step : null;
    }

    private static Step? Read(DefinitionReader reader, out StepId? id)
    {
        id = ReadId(reader);
        var name = reader.Name("name", Step.MaxNameLength);
        if (reader.RequiredText("type") is not { } type)
        {
            return null;
        }

        if (!Readers.TryGetValue(type, out var read))
        {
            reader.Refuse("type", $"must be one of {string.Join(", ", Names.Order())}");
            return null;
        }

        var step = read(new StepHead(id ?? default, name), reader);
        reader.Close();
        return step;
    }

    private static StepId? ReadId(DefinitionReader reader)
    {
        if (reader.RequiredText("id") is not { } text)
        {
            return null;
        }

        if (StepId.TryParse(text, out var id, out var problem))
        {
            return id;
        }

        reader.Refuse("id", problem);
        return null;
    }
}
