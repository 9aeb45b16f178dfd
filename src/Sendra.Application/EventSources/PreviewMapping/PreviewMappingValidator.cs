using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.PreviewMapping;

internal sealed class PreviewMappingValidator : AbstractValidator<PreviewMappingQuery>
{
    public PreviewMappingValidator()
    {
        RuleFor(query => query.Payload).Reads("payload", SampleRequest.ProblemOf);
        RuleFor(query => query.Mapping).Custom((mapping, context) =>
        {
            if (mapping is not null)
            {
                EventSourceDetailsValidator.CheckMapping(mapping, context, "mapping.");
            }
        });
    }
}
