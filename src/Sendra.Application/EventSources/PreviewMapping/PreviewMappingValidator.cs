using System.Text;
using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.PreviewMapping;

internal sealed class PreviewMappingValidator : AbstractValidator<PreviewMappingQuery>
{
    public PreviewMappingValidator()
    {
        RuleFor(query => query.Payload).Reads("payload", payload =>
            payload is not { } json ? "is required"
            : Encoding.UTF8.GetByteCount(json.Text) > Payload.MaxBytes ? $"must be at most {Payload.MaxBytes / 1024} KiB"
            : null);
        RuleFor(query => query.Mapping).Custom((mapping, context) =>
        {
            if (mapping is not null)
            {
                EventSourceDetailsValidator.CheckMapping(mapping, context, "mapping.");
            }
        });
    }
}
