using System.Reflection;
using System.Runtime.CompilerServices;
using Sendra.ArchitectureTests.Layers;
using Sendra.ArchitectureTests.Persistence;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.ArchitectureTests.Aggregates;

/// <summary>What the domain stores is made by factories and changed by methods, so that its rules can't be passed by.</summary>
internal sealed class AggregateTests
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public;

    private static readonly Type[] Stored =
    [
        .. Assemblies.Domain.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IWorkspaceOwned)))
            .Union(Models.Of(DatabaseProvider.Sqlite).GetEntityTypes()
                .Select(entity => entity.ClrType)
                .Where(type => type.Assembly == Assemblies.Domain)),
    ];

    [SetUp]
    public void Something_is_checked() => Stored.Should().HaveCountGreaterThan(5);

    [Test]
    public void Aggregates_have_no_public_constructor() => Stored.Where(type => type.GetConstructors().Length > 0).Should().BeEmpty();

    [Test]
    public void Aggregates_are_sealed() => Stored.Where(type => !type.IsSealed).Should().BeEmpty();

    [Test]
    public void Aggregates_have_no_public_setter() => Stored
        .SelectMany(type => type.GetProperties(Instance))
        .Where(property => property.GetSetMethod() is not null)
        .Should().BeEmpty();

    [Test]
    public void Nothing_in_the_domain_has_public_state_that_can_change()
    {
        var properties =
            from type in Assemblies.Domain.GetTypes()
            from property in type.GetProperties(Instance)
            where property.DeclaringType!.Assembly == Assemblies.Domain // not what exceptions inherit
                && property.GetSetMethod() is { } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select $"{type.Name}.{property.Name}";
        var fields =
            from type in Assemblies.Domain.GetExportedTypes()
            where !type.IsEnum
            from field in type.GetFields(Instance)
            where !field.IsInitOnly
            select $"{type.Name}.{field.Name}";

        properties.Concat(fields).Should().BeEmpty();
    }
}
