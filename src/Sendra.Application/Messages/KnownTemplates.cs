using FluentValidation;
using FluentValidation.Results;
using Sendra.Application.Common;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Messages;

namespace Sendra.Application.Messages;

/// <summary>The templates that a workflow's steps send.</summary>
internal sealed class KnownTemplates(IRepository<Template> templates, IRepository<TemplateVersion> versions)
{
    /// <summary>Refuses steps whose template is not there (F8).</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="prefix">What comes before the names of fields in errors.</param>
    /// <exception cref="ValidationException">Every such step, by field.</exception>
    public async Task EnsureThereAsync(Workflow workflow, string prefix, CancellationToken cancellationToken)
    {
        var sending = workflow.Steps.Select((step, i) => (Step: step as SendEmailStep, Path: $"{prefix}steps[{i}].templateId")).Where(one => one.Step is not null).ToArray();
        if (sending.Length == 0)
        {
            return;
        }

        var there = (await FindAsync(sending.Select(one => one.Step!.TemplateId), cancellationToken)).Select(template => template.Id).ToHashSet();
        ValidationFailure[] missing =
        [
            .. sending.Where(one => !there.Contains(one.Step!.TemplateId))
                .Select(one => new ValidationFailure(one.Path, $"Step {one.Step!.Id}: {one.Path} is not a template of this workspace.")),
        ];
        if (missing.Length > 0)
        {
            throw new ValidationException(missing);
        }
    }

    /// <summary>The newest versions of a workflow's templates, ready to render.</summary>
    public async Task<IReadOnlyDictionary<TemplateId, MailTemplate>> ReadAsync(Workflow workflow, CancellationToken cancellationToken)
    {
        var ready = new Dictionary<TemplateId, MailTemplate>();
        foreach (var template in await FindAsync(workflow.Steps.OfType<SendEmailStep>().Select(step => step.TemplateId), cancellationToken))
        {
            var newest = await versions.GetAsync(TemplateVersionSpec.ByNumber(template.Id, template.Version), "version", cancellationToken);
            ready.Add(template.Id, MailTemplate.Of(newest));
        }

        return ready;
    }

    private async Task<IReadOnlyList<Template>> FindAsync(IEnumerable<TemplateId> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return wanted.Length == 0 ? [] : await templates.ListAsync(TemplateSpec.ByIds(wanted), cancellationToken);
    }
}
