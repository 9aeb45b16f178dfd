using System.Text.RegularExpressions;
using Sendra.ArchitectureTests.Sources;

namespace Sendra.ArchitectureTests.Folders;

/// <summary>Folders use one another in one direction only, so that each can be read and changed without those that use it.</summary>
internal sealed partial class FolderCircleTests
{
    [Test]
    public void Folders_do_not_use_each_other_in_a_circle() => CirclesOf(SourceFile.All).Should().BeEmpty();

    [Test]
    public void A_circle_is_found_however_long_it_is()
    {
        SourceFile[] files =
        [
            new("Sendra.Domain/A/One.cs", "using Sendra.Domain.B;\nnamespace Sendra.Domain.A;"),
            new("Sendra.Domain/B/Two.cs", "using System;\nusing static Sendra.Domain.C.Three;\nnamespace Sendra.Domain.B;"),
            new("Sendra.Domain/C/Three.cs", "using Alias = Sendra.Domain.A.One;\nnamespace Sendra.Domain.C;"),
            new("Sendra.Domain/D/Four.cs", "using Sendra.Domain.A;\nnamespace Sendra.Domain.D;"),
        ];

        CirclesOf(files).Should().Equal("Sendra.Domain.A, Sendra.Domain.B, Sendra.Domain.C");
        CirclesOf(files[1..]).Should().BeEmpty();
    }

    // Each circle once: all folders that lead to one another.
    private static IEnumerable<string> CirclesOf(IReadOnlyList<SourceFile> files)
    {
        var folders = files.Select(NamespaceOf).ToHashSet();
        var uses = files.GroupBy(NamespaceOf).ToDictionary(
            folder => folder.Key,
            folder => folder.SelectMany(file => Using().Matches(file.Code)).Select(match => FolderOf(match.Groups[1].Value, folders))
                .OfType<string>().Where(used => used != folder.Key).ToHashSet());
        var reach = folders.ToDictionary(folder => folder, folder => ReachedFrom(folder, uses));
        return folders.Where(folder => reach[folder].Contains(folder))
            .Select(folder => string.Join(", ", reach[folder].Where(other => reach[other].Contains(folder)).Order(StringComparer.Ordinal)))
            .Distinct();
    }

    private static HashSet<string> ReachedFrom(string folder, Dictionary<string, HashSet<string>> uses)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(uses[folder]);
        while (next.TryPop(out var one))
        {
            if (reached.Add(one))
            {
                foreach (var used in uses[one])
                {
                    next.Push(used);
                }
            }
        }

        return reached;
    }

    private static string NamespaceOf(SourceFile file) => file.Folder.Replace('\\', '/').Replace('/', '.');

    // What is used is a folder, or a type in it.
    private static string? FolderOf(string used, HashSet<string> folders) =>
        folders.Contains(used) ? used
        : used.LastIndexOf('.') is > 0 and var dot && folders.Contains(used[..dot]) ? used[..dot]
        : null;

    [GeneratedRegex(@"^using (?:static |\w+ = )?(Sendra\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
