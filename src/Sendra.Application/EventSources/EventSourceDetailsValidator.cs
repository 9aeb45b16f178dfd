using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Presets;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources;

/// <summary>Validates a source. The domain judges paths, names and secrets, in its own words.</summary>
internal sealed class EventSourceDetailsValidator : AbstractValidator<EventSourceDetails>
{
    private static readonly EventSourceDetailsValidator Instance = new();

    public EventSourceDetailsValidator()
    {
        RuleFor(source => source.Name).Reads("name", name => ValidationExtensions.NameProblem(name, EventSource.MaxNameLength));
        RuleFor(source => source.Preset).Reads("preset", preset => preset is null || EventSourcePresets.Find(preset) is not null
            ? null
            : $"must be one of {string.Join(", ", EventSourcePresets.All.Select(known => known.Id))}");
        RuleFor(source => source.RetentionDays).InclusiveBetween(1, EventSource.MaxRetentionDays)
            .OverridePropertyName("retentionDays")
            .WithMessage($"retentionDays must be between 1 and {EventSource.MaxRetentionDays}.");
        RuleFor(source => source.Definition).Custom((definition, context) => CheckMapping(definition, context, ""));
        RuleFor(source => source.Signature).Custom(CheckSignature);
        RuleFor(source => source.Handshake).Custom((handshake, context) =>
        {
            if (handshake is not null && !Handshake.TryCreate(handshake, out _, out var problem))
            {
                context.AddFailure(problem.Field, problem.Message);
            }
        });
    }

    /// <summary>Reports everything that is wrong with a source, by the names in the HTTP body.</summary>
    /// <param name="details">The source.</param>
    /// <param name="context">Where to report.</param>
    public static void Check<T>(EventSourceDetails details, ValidationContext<T> context)
    {
        foreach (var failure in Instance.Validate(details).Errors)
        {
            context.AddFailure(failure);
        }
    }

    /// <summary>Reports everything that is wrong with a mapping.</summary>
    /// <param name="definition">The mapping.</param>
    /// <param name="context">Where to report.</param>
    /// <param name="prefix">The prefix of its field names.</param>
    public static void CheckMapping<T>(MappingDefinition definition, ValidationContext<T> context, string prefix)
    {
        PayloadMapping.TryCreate(definition, out _, out var problems);
        foreach (var problem in problems)
        {
            context.AddFailure(prefix + problem.Field, problem.Message);
        }
    }

    /// <summary>Why these can't be a scheme's secrets, by field; empty if they can.</summary>
    public static IEnumerable<MappingProblem> ProblemsWith(IReadOnlyList<string?> secrets, SignatureScheme scheme)
    {
        if (secrets.Count > SignatureScheme.MaxSecrets)
        {
            return [new("signature.secrets", $"Give at most {SignatureScheme.MaxSecrets} secrets.")];
        }

        return from secret in secrets.Index()
               let problem = scheme.ProblemWith(secret.Item)
               where problem is not null
               select new MappingProblem($"signature.secrets[{secret.Index}]", problem);
    }

    private static void CheckSignature(SignatureDetails? signature, ValidationContext<EventSourceDetails> context)
    {
        if (signature is null)
        {
            return;
        }

        if (!SignatureScheme.TryCreate(signature.Options, out var scheme, out var wrong))
        {
            context.AddFailure(wrong.Field, wrong.Message);
            return;
        }

        foreach (var problem in signature.Secrets is { } secrets ? ProblemsWith(secrets, scheme) : [])
        {
            context.AddFailure(problem.Field, problem.Message);
        }
    }
}
