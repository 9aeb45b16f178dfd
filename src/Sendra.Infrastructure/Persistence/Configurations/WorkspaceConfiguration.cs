using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Calendar;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence.Converters;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class WorkspaceConfiguration : IEntityTypeConfiguration<Workspace>
{
    /// <summary>The secret of <see cref="Domain.Contacts.AddressKey"/>; null until it is needed.</summary>
    public const string AddressKey = "AddressKey";

    /// <summary>What signs calls, encrypted; null until it is needed.</summary>
    public const string SigningSecret = "SigningSecret";

    /// <summary>What signed them before, encrypted.</summary>
    public const string PreviousSigningSecret = "PreviousSigningSecret";

    /// <summary>Until when both do.</summary>
    public const string PreviousSigningSecretUntil = "PreviousSigningSecretUntil";

    // A secret of 64 bytes, encrypted.
    private const int MaxSecretLength = 500;

    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.ToTable("workspaces");
        builder.HasKey(workspace => workspace.Id);
        builder.Property(workspace => workspace.Id).ValueGeneratedNever();
        builder.Property(workspace => workspace.Name).HasMaxLength(Workspace.MaxNameLength);
        builder.Property<byte[]?>(AddressKey).HasMaxLength(Domain.Contacts.AddressKey.Length);
        builder.Property<string?>(SigningSecret).HasMaxLength(MaxSecretLength);
        builder.Property<string?>(PreviousSigningSecret).HasMaxLength(MaxSecretLength);
        builder.Property<DateTimeOffset?>(PreviousSigningSecretUntil);
        builder.Property(workspace => workspace.ContentDays);
        builder.Property(workspace => workspace.AuditDays);
        builder.Property(workspace => workspace.TimeZone).HasMaxLength(TimeZones.MaxNameLength);
        builder.Property(workspace => workspace.ContactTimeZoneField).HasMaxLength(CustomField.MaxNameLength);
        builder.Property(workspace => workspace.Sender).HasConversion<SenderConverter>();
        builder.Property(workspace => workspace.MessagesPerSecond);
        builder.Property(workspace => workspace.MessagesPerDay);
        builder.Ignore(workspace => workspace.Zone);
        builder.Ignore(workspace => workspace.CreatedAt);
    }
}
