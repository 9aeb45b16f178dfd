using System.Reflection;
using System.Security.Cryptography;
using NetArchTest.Rules;

namespace Sendra.ArchitectureTests.Layers;

/// <summary>Dependencies point inwards: WebApi, Infrastructure → Application → Domain.</summary>
internal sealed class LayerTests
{
    // What computes and reaches nothing: specifications, time zones, Liquid and its parser.
    private static readonly string[] DomainMayUse = ["Ardalis.Specification", "BouncyCastle.Cryptography", "Fluid", "NodaTime", "Parlot"];

    private static readonly string[] ApplicationMayUse =
    [
        "Sendra.Domain",
        "AngleSharp",
        "Ardalis.Specification",
        "CsvHelper",
        "NodaTime",
        "Parlot",
        "MediatR",
        "FluentValidation",
        "Mapster",
        "Mapster.Core",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "PreMailer.Net",
    ];

    // Where the host is put together, and where it turns storage trouble into answers: /health and 503.
    private static readonly string[] HostMayUseInfrastructure = ["Program", "Sendra.WebApi.Errors", "Sendra.WebApi.Health"];

    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    [Test]
    public void Domain_uses_nothing_but_the_runtime_and_what_computes() => ReferencesBeyondRuntime(Assemblies.Domain).Should().BeEquivalentTo(DomainMayUse);

    [Test]
    public void Cryptography_is_that_of_libraries() =>
        new[] { Assemblies.Domain, Assemblies.Application, Assemblies.Infrastructure, Assemblies.WebApi }.SelectMany(layer => layer.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(HashAlgorithm)) || type.IsAssignableTo(typeof(SymmetricAlgorithm)) || type.IsAssignableTo(typeof(AsymmetricAlgorithm)) || type.IsAssignableTo(typeof(RandomNumberGenerator)))
            .Should().BeEmpty();

    [Test]
    public void Application_uses_the_domain_and_a_few_libraries()
    {
        var references = ReferencesBeyondRuntime(Assemblies.Application);

        references.Should().Contain("Sendra.Domain").And.Contain("MediatR");
        references.Should().BeSubsetOf(ApplicationMayUse);
    }

    [Test]
    public void Infrastructure_does_not_know_the_web_api()
    {
        var types = Types.InAssembly(Assemblies.Infrastructure);

        types.GetTypes().Should().Contain(type => type.Name == "SendraDbContext");
        Offenders(types.ShouldNot().HaveDependencyOnAny("Sendra.WebApi", "Microsoft.AspNetCore.Mvc")).Should().BeEmpty();
    }

    [Test]
    public void Web_api_does_not_know_entity_framework()
    {
        var types = Types.InAssembly(Assemblies.WebApi);

        types.GetTypes().Should().Contain(type => type.Name == "HttpWorkspaceContext");
        Offenders(types.ShouldNot().HaveDependencyOn("Microsoft.EntityFrameworkCore")).Should().BeEmpty();
    }

    [Test]
    public void Web_api_uses_infrastructure_only_where_the_host_is_put_together()
    {
        var types = Types.InAssembly(Assemblies.WebApi);

        types.GetTypes().Should().Contain(type => type.Name == "HttpWorkspaceContext");
        Offenders(types.ShouldNot().HaveDependencyOn("Sendra.Infrastructure"))
            .Where(type => !HostMayUseInfrastructure.Any(allowed => type == allowed || type.StartsWith($"{allowed}.", StringComparison.Ordinal)))
            .Should().BeEmpty();
    }

    private static string[] ReferencesBeyondRuntime(Assembly assembly)
    {
        var references = assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();
        references.Should().Contain("System.Runtime");
        return [.. references.Where(name => !File.Exists(Path.Combine(RuntimeFolder, $"{name}.dll")))];
    }

    private static IEnumerable<string> Offenders(ConditionList rule) => rule.GetResult().FailingTypeNames ?? [];
}
