using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ExternalIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "external_id_hash",
                table: "erasures",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_id",
                table: "contacts",
                type: "TEXT",
                maxLength: 255,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_contacts_workspace_id_external_id",
                table: "contacts",
                columns: new[] { "workspace_id", "external_id" },
                unique: true,
                filter: "external_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contacts_workspace_id_external_id",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "external_id_hash",
                table: "erasures");

            migrationBuilder.DropColumn(
                name: "external_id",
                table: "contacts");
        }
    }
}
