using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Frequencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_enrollments_active",
                table: "enrollments");

            migrationBuilder.AddColumn<byte[]>(
                name: "key_hash",
                table: "enrollments",
                type: "bytea",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "frequency_key",
                table: "automations",
                type: "character varying(506)",
                maxLength: 506,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "frequency_period",
                table: "automations",
                type: "character varying(66)",
                maxLength: 66,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_active",
                table: "enrollments",
                columns: new[] { "workspace_id", "contact_id", "automation_id", "status", "run" },
                filter: "status = 1");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_key",
                table: "enrollments",
                columns: new[] { "workspace_id", "automation_id", "contact_id", "key_hash" },
                unique: true,
                filter: "key_hash IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_enrollments_active",
                table: "enrollments");

            migrationBuilder.DropIndex(
                name: "ix_enrollments_key",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "key_hash",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "frequency_key",
                table: "automations");

            migrationBuilder.DropColumn(
                name: "frequency_period",
                table: "automations");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_active",
                table: "enrollments",
                columns: new[] { "workspace_id", "contact_id", "automation_id", "status" },
                filter: "status = 1");
        }
    }
}
