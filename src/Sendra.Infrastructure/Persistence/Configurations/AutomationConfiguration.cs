using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Automations;
using Sendra.Domain.Calendar;
using Sendra.Domain.Events;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence.Converters;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class AutomationConfiguration : IEntityTypeConfiguration<Automation>
{
    public void Configure(EntityTypeBuilder<Automation> builder)
    {
        builder.ToTable("automations");
        builder.HasKey(automation => new { automation.WorkspaceId, automation.Id });
        builder.Property(automation => automation.Name).HasMaxLength(AutomationDefinition.MaxNameLength);
        builder.Property(automation => automation.Status);
        builder.Property(automation => automation.TriggerEvent).HasMaxLength(EventName.MaxLength);
        builder.Property(automation => automation.TriggerWhere).HasConversion<TriggerConditionConverter>(TriggerConditionConverter.Comparer!);
        builder.Property(automation => automation.Frequency);
        builder.Property(automation => automation.FrequencyPeriod).HasMaxLength(IsoDuration.MaxLength)
            .HasConversion(period => period!.Text, text => IsoDuration.Parse(text));
        builder.Property(automation => automation.FrequencyKey).HasMaxLength(FrequencyKey.MaxLength)
            .HasConversion(key => key!.Text, text => FrequencyKey.Parse(text));
        builder.Property(automation => automation.Version);
        builder.Property(automation => automation.MailNeeds);
        builder.Property<string[]>("_exitEvents").HasColumnName("exit_events")
            .HasConversion<StringArrayConverter>(StringArrayConverter.Comparer);

        builder.Property(automation => automation.ExitConditions).HasConversion<ExitConditionsConverter>(ExitConditionsConverter.Comparer!);
        builder.Property<string[]?>("_awaitedEvents").HasColumnName("awaited_events")
            .HasConversion<StringArrayConverter>(StringArrayConverter.Comparer!);

        // Two people at once: the second one is told (409) instead of undoing what the first did.
        builder.Property(automation => automation.UpdatedAt).IsConcurrencyToken();
        builder.Ignore(automation => automation.ExitEvents);
        builder.Ignore(automation => automation.AwaitedEvents);
        builder.Ignore(automation => automation.HasRuns);
        builder.Ignore(automation => automation.CreatedAt);
        builder.Ignore(automation => automation.Listening);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(automation => automation.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
    }
}
