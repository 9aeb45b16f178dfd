using System.Text.RegularExpressions;

namespace Sendra.ArchitectureTests.Sources;

/// <summary>A C# file.</summary>
/// <param name="Path">Its path below src or tests, with slashes.</param>
/// <param name="Code">Its text without comments.</param>
internal sealed partial record SourceFile(string Path, string Code)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>All files of the program that people write; migrations are generated.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = ReadAll("src");

    public static IReadOnlyList<SourceFile> Tests { get; } = ReadAll("tests");

    /// <summary>The words that fit, as <c>path: word</c>.</summary>
    public IEnumerable<string> Find(Regex words) => words.Matches(Code).Select(match => $"{Path}: {match.Value}");

    public override string ToString() => Path;

    private static SourceFile[] ReadAll(string folder)
    {
        var root = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(System.IO.Path.Combine(root, "Sendra.sln")))
        {
            root = System.IO.Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        var top = System.IO.Path.Combine(root, folder);
        return
        [
            .. Directory.EnumerateFiles(top, "*.cs", SearchOption.AllDirectories)
                .Select(file => (file, path: System.IO.Path.GetRelativePath(top, file).Replace('\\', '/')))
                .Where(found => !Generated().IsMatch(found.path))
                .Select(found => new SourceFile(found.path, Comment().Replace(File.ReadAllText(found.file), ""))),
        ];
    }

    [GeneratedRegex("/(bin|obj|Migrations|node_modules)/")]
    private static partial Regex Generated();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();
}
