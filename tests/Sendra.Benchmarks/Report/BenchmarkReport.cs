using System.Text.Json;

namespace Sendra.Benchmarks.Report;

/// <summary>The table of a run.</summary>
/// <param name="Database">On which database.</param>
/// <param name="Mode">How long.</param>
/// <param name="Cores">On how many cores, load generator included.</param>
/// <param name="Figures">The rows.</param>
internal sealed record BenchmarkReport(string Database, string Mode, int Cores, IReadOnlyList<Figure> Figures)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public bool AllMet => Figures.All(figure => figure.Met);

    /// <summary>Prints the table, and writes it as JSON.</summary>
    public async Task PublishAsync(string file)
    {
        Console.WriteLine();
        Console.WriteLine($"{Database,-52} {"Sendra",10} {"limit",10} {"ratio",6}  {"goal",-7} met");
        foreach (var row in Figures)
        {
            Console.WriteLine($"{row.Name,-52} {Number(row.Sendra),10} {Number(row.Limit),10} {row.Ratio,6:0.00}  {row.Goal,-7} {(row.Met ? "yes" : "NO")}");
        }

        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(this, Json));
        Console.WriteLine($"Written to {file}");
    }

    private static string Number(double? value) => value is not { } number ? "" : number.ToString(number < 100 ? "0.00" : "#,0", null);
}
