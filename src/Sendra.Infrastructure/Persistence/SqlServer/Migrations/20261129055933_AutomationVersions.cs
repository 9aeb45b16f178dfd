using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AutomationVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_enrollments_workspace_id_automation_id_status_id",
                table: "enrollments");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "enrollments",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "trigger_where",
                table: "automations",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "automations",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "automation_versions",
                columns: table => new
                {
                    workspace_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    automation_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    steps = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    saved_at = table.Column<long>(type: "bigint", nullable: false),
                    saved_by = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_automation_versions", x => new { x.workspace_id, x.automation_id, x.number });
                    table.ForeignKey(
                        name: "fk_automation_versions_automations_workspace_id_automation_id",
                        columns: x => new { x.workspace_id, x.automation_id },
                        principalTable: "automations",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            // What was there before steps has a version without any (F10).
            migrationBuilder.Sql(
                "INSERT INTO automation_versions (workspace_id, automation_id, number, steps, saved_at) " +
                "SELECT workspace_id, id, 1, '[]', updated_at FROM automations");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_workspace_id_automation_id_status_id_version",
                table: "enrollments",
                columns: new[] { "workspace_id", "automation_id", "status", "id", "version" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "automation_versions");

            migrationBuilder.DropIndex(
                name: "ix_enrollments_workspace_id_automation_id_status_id_version",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "version",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "trigger_where",
                table: "automations");

            migrationBuilder.DropColumn(
                name: "version",
                table: "automations");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_workspace_id_automation_id_status_id",
                table: "enrollments",
                columns: new[] { "workspace_id", "automation_id", "status", "id" });
        }
    }
}
