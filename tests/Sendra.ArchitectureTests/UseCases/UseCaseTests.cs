using FluentValidation;
using MediatR;
using Sendra.ArchitectureTests.Layers;

namespace Sendra.ArchitectureTests.UseCases;

/// <summary>A use case is a folder named verb+noun with a request, its one handler and perhaps its validator.</summary>
internal sealed class UseCaseTests
{
    private static readonly Type[] All = Assemblies.Application.GetTypes();
    private static readonly Type[] Requests = [.. All.Where(IsRequest)];
    private static readonly Type[] Handlers = [.. All.Where(type => HandledBy(type).Any())];
    private static readonly Type[] Validators = [.. All.Where(type => type.IsClass && ValidatedBy(type) is not null)];

    [SetUp]
    public void Something_is_checked()
    {
        Requests.Should().NotBeEmpty();
        Handlers.Should().NotBeEmpty();
        Validators.Should().NotBeEmpty();
    }

    [Test]
    public void Every_request_has_exactly_one_handler() =>
        Requests.Where(request => Handlers.Count(handler => HandledBy(handler).Contains(request)) != 1).Should().BeEmpty();

    [Test]
    public void A_handler_handles_one_request() => Handlers.Where(handler => HandledBy(handler).Count() != 1).Should().BeEmpty();

    [Test]
    public void Handlers_and_validators_are_internal_and_sealed() =>
        Handlers.Concat(Validators).Where(type => type.IsVisible || !type.IsSealed).Should().BeEmpty();

    [Test]
    public void A_request_lives_in_a_folder_of_its_name() =>
        Requests.Where(request => request.Namespace!.Split('.')[^1] != VerbAndNoun(request)).Should().BeEmpty();

    [Test]
    public void Handlers_and_validators_live_with_their_request()
    {
        var strays =
            from type in Handlers.Concat(Validators)
            from request in HandledBy(type).Append(ValidatedBy(type)).OfType<Type>().Where(IsRequest)
            where type.Namespace != request.Namespace
            select type;
        strays.Should().BeEmpty();
    }

    private static bool IsRequest(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBaseRequest));

    private static IEnumerable<Type> HandledBy(Type type) =>
        from face in type.GetInterfaces()
        where type.IsClass && face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
        select face.GenericTypeArguments[0];

    private static Type? ValidatedBy(Type type) => type.GetInterfaces()
        .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IValidator<>))?
        .GenericTypeArguments[0];

    private static string VerbAndNoun(Type request) =>
        Array.Find(["Command", "Query"], suffix => request.Name.EndsWith(suffix, StringComparison.Ordinal)) is { } found
            ? request.Name[..^found.Length]
            : request.Name;
}
