using System.Text.Json;
using Sendra.Application.Contacts.ImportContacts;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>What was wrong with the lines of a chunk, as it is stored.</summary>
internal static class LineProblems
{
    public static LineProblem[] Read(string json) => JsonSerializer.Deserialize<LineProblem[]>(json)!;

    public static string? Write(IReadOnlyCollection<LineProblem> problems) =>
        problems.Count == 0 ? null : JsonSerializer.Serialize(problems.OrderBy(problem => problem.Line));
}
