using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Sendra.ArchitectureTests.Shipping;

/// <summary>What the program is shipped with.</summary>
public sealed class ShippedPackagesTests
{
    private static readonly string[] ForTests = ["Test", "NUnit", "FluentAssertions", "Playwright", "OpenIddict", "NetArchTest", "ScriptDom"];

    [Test]
    public void Nothing_is_shipped_whose_terms_are_not_free()
    {
        var files = Packages()
            .Where(package => package.Name.StartsWith("Microsoft.Identity.Client.NativeInterop/", StringComparison.Ordinal))
            .SelectMany(package => package.Value.EnumerateObject())
            .Where(part => part.Name is "runtime" or "runtimeTargets" or "native");

        files.Should().BeEmpty("libmsalruntime and its wrapper may not be passed on freely");
    }

    [Test]
    public void Nothing_of_the_tests_is_shipped()
    {
        string[] names = [.. Packages().Select(package => package.Name.Split('/')[0])];

        names.Should().Contain("Sendra.WebApi").And.NotContain(name => ForTests.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)));
    }

    [Test]
    public void Every_project_locks_its_packages_with_their_hashes()
    {
        string[] projects = [.. Directory.EnumerateFiles(Root(), "Sendra.*.csproj", SearchOption.AllDirectories)];

        projects.Should().HaveCountGreaterThan(10);
        foreach (var project in projects)
        {
            using var locks = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")));
            locks.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !package.Value.TryGetProperty("contentHash", out _))
                .Should().BeEmpty(project);
        }
    }

    private static IReadOnlyList<JsonProperty> Packages()
    {
        var deps = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Sendra.WebApi.deps.json")));
        return [.. deps.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()];
    }

    private static string Root([CallerFilePath] string self = "") => Path.Combine(Path.GetDirectoryName(self)!, "..", "..", "..");
}
