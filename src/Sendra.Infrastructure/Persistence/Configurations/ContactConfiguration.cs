using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    /// <summary>The name of <see cref="Contact.SearchName"/> as a column, which ingestion writes.</summary>
    public const string SearchName = "StoredSearchName";

    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("contacts");
        builder.HasKey(contact => new { contact.WorkspaceId, contact.Id });
        builder.Property(contact => contact.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(contact => contact.ExternalId).HasMaxLength(ExternalId.MaxLength);
        builder.Property(contact => contact.FirstName).HasMaxLength(Contact.MaxNameLength);
        builder.Property(contact => contact.LastName).HasMaxLength(Contact.MaxNameLength);
        builder.Property(contact => contact.Name).HasMaxLength(Contact.MaxNameLength);
        builder.Property<string>(SearchName).HasColumnName("search_name").IsRequired().HasMaxLength(Contact.MaxSearchNameLength).HasDefaultValue("").ValueGeneratedNever();
        builder.Property(contact => contact.CustomFields);
        builder.Property(contact => contact.LastEventId);
        builder.Property(contact => contact.EventCount);
        builder.Property(contact => contact.FirstOfMany);
        builder.Ignore(contact => contact.SearchName);
        builder.Ignore(contact => contact.NamesChanged);
        builder.Ignore(contact => contact.CreatedAt);
        builder.Ignore(contact => contact.LastEventAt);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(contact => contact.WorkspaceId).OnDelete(DeleteBehavior.Restrict);

        // One contact per address; also serves look-ups and searches by the beginning of an address.
        builder.HasIndex(contact => new { contact.WorkspaceId, contact.Email }).IsUnique();

        // One contact per external id, for those that have one.
        builder.HasIndex(contact => new { contact.WorkspaceId, contact.ExternalId }).IsUnique().HasFilter("external_id IS NOT NULL");
    }
}
